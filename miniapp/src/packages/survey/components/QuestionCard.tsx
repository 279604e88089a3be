import { Text, View } from '@tarojs/components'
import type { Question } from '@yikezhong/shared/survey/survey.contract'
import { FormatTile } from '@/features/outlet/FormatTile'
import { useFormats } from '@/features/outlet/outlet.queries'
import { Heading } from '@/ui/Heading'
import { Panel } from '@/ui/Panel'
import { TextField } from '@/ui/TextField'
import type { SurveyDraft } from '../survey-draft'
import './question-card.scss'
import { RatingOptions } from './RatingOptions'

interface Props {
  question: Question
  draft: SurveyDraft
  onRate: (rating: number | null) => void
  onWrite: (text: string) => void
}

const longestText = 500

function FormatLine({ code }: { code: string }) {
  const format = useFormats().taxonomy?.formats.get(code)
  if (!format) return null
  return (
    <View className="question__format">
      <FormatTile format={format} size={32} />
      <Text>{format.name}</Text>
    </View>
  )
}

/** 题目: one question on one card. */
export const QuestionCard = ({ question, draft, onRate, onWrite }: Props) => (
  <Panel className="question">
    {question.formatCode && <FormatLine code={question.formatCode} />}
    <Heading className="question__text">{question.text}</Heading>
    {question.hint && <View className="question__hint">{question.hint}</View>}
    {question.kind === 'text' ? (
      <TextField
        multiline
        label={question.text}
        placeholder="想到什么写什么，不写也行"
        className="question__field"
        value={draft.texts[question.id] ?? ''}
        maxLength={longestText}
        onChange={onWrite}
      />
    ) : (
      <RatingOptions
        question={question.text}
        rating={draft.ratings[question.id]}
        skipText={question.kind === 'format' ? '没用过，跳过这题' : '说不好，跳过这题'}
        onRate={onRate}
        onSkip={() => onRate(null)}
      />
    )}
  </Panel>
)
