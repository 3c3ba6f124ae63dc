import { chainsWith } from '../../chains'
import { killSwitchOracle } from '../../contracts/kill-switch-oracle'
import { defineMetric } from '../define'
import { ofMarket } from './market'
import { fromFlag } from './values'

export const killSwitch = defineMetric({
  id: 'lend.kill-switch-triggered',
  ...ofMarket,
  chains: chainsWith('KILL_SWITCH_ORACLE'),
  unit: 'flag',
  reads: [killSwitchOracle],
  formula: 'KillSwitchOracle.triggered()',
  text: {
    en: {
      title: 'Kill switch triggered',
      what: 'Whether borrowing has been stopped because a watched peg fell to its threshold.',
      caveats: ['It stays triggered until governance resets it, also when the peg is back.'],
    },
    'zh-Hant': {
      title: '緊急開關已觸發',
      what: '受監看的匯率是否曾跌至門檻而停止借款。',
      caveats: ['即使匯率回復，仍維持觸發，直到治理重設為止。'],
    },
  },
  async read(reader) {
    return { value: fromFlag(await reader.read(killSwitchOracle, reader.address('KILL_SWITCH_ORACLE'), 'triggered')) }
  },
})
