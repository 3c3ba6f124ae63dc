import { revised } from '../define'

/** The history of what is absent while no rate has been set. */
export const absentUntilSet = revised({
  since: '2026-12-01',
  change: {
    en: 'Absent where the contract answers 0: it was never told a rate.',
    'zh-Hant': '合約回傳 0 表示從未設定利率，此數字從缺。',
  },
})
