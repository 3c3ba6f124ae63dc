import { subtract } from '../../math/fixed'
import { from } from '../arithmetic'
import { defineDerived } from '../define'
import { derivedOfSpk } from './token'

export const circulatingUnstaked = defineDerived({
  id: 'spk.circulating-unstaked',
  ...derivedOfSpk,
  formula: 'spk.circulating − spk.staked − spk.unstaking',
  text: {
    en: {
      title: 'Circulating and not staked',
      what: 'Circulating SPK, by the strict reading, that can move at once.',
      caveats: ['What has matured in stSPK but was not fetched can move, and is in it.'],
    },
    'zh-Hant': {
      title: '流通且未質押',
      what: '從嚴認定的流通量中可立即移動的 SPK。',
      caveats: ['已退出 stSPK 而未取回的可以移動，計入其中。'],
    },
  },
  compute: (numbers, scope) => [
    from(
      'SPK',
      [
        numbers.get('spk.circulating', scope, 'SPK'),
        numbers.get('spk.staked', scope, 'STSPK'),
        numbers.get('spk.unstaking', scope, 'STSPK'),
      ],
      (out, staked, leaving) => (out && staked && leaving ? subtract(subtract(out, staked), leaving) : null),
      { label: 'SPK' },
    ),
  ],
})
