import type { Position } from './define-position'
import { layerTwoPositions } from './layer-two'

export const unichainPositions: readonly Position[] = layerTwoPositions
