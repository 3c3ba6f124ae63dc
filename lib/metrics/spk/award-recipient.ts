import { dssVest } from '../../contracts/dss-vest'
import { fixed } from '../../math/fixed'
import { defineMetric } from '../define'
import { ofAward, placeOf, recipientOf } from './awards'

export const awardRecipient = defineMetric({
  id: 'spk.award-recipient',
  ...ofAward,
  unit: 'address',
  reads: [dssVest],
  formula: 'DssVest.awards(id).usr',
  text: {
    en: {
      title: 'Recipient',
      what: 'Whom the award is made out to: the team’s multisig, or what pays a farm.',
      caveats: ['An address, stored as a number.'],
    },
    'zh-Hant': {
      title: '受領人',
      what: '歸屬付給的位址：團隊的多簽，或供給挖礦的發放合約。',
      caveats: ['以數字表示的位址。'],
    },
  },
  async read(reader, key) {
    return { value: fixed(BigInt(await recipientOf(reader, placeOf(key))), 0) }
  },
})
