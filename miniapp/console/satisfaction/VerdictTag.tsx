import type { Verdict } from '@yikezhong/shared/survey/survey.contract'
import { verdictWords } from './words'

export const VerdictTag = ({ verdict }: { verdict: Verdict }) => (
  <span className={`tag tag-${verdictWords[verdict].tone}`}>{verdictWords[verdict].word}</span>
)
