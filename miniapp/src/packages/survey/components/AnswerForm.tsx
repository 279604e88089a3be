import { Text, View } from '@tarojs/components'
import type { SurveyWave } from '@yikezhong/shared/survey/survey.contract'
import { useState } from 'react'
import { useCircles } from '@/features/circle/circle.queries'
import { ApiError } from '@/lib/api-client'
import { Button } from '@/ui/Button'
import { Icon } from '@/ui/Icon'
import { named } from '@/ui/named'
import { Page, TitleBar } from '@/ui/Page'
import { Pressable } from '@/ui/Pressable'
import { StepHeader } from '@/ui/StepHeader'
import { canLeave, isStarted, minutesLeft } from '../survey-draft'
import { type SurveyEndKind, type SurveyForm, useSurveyForm } from '../use-survey-form'
import './answer-form.scss'
import { CircleQuestion, CircleSheet } from './CircleChoice'
import { QuestionCard } from './QuestionCard'

interface Part {
  wave: SurveyWave
  form: SurveyForm
}

function CircleName({ form }: { form: SurveyForm }) {
  const [isChoosing, setChoosing] = useState(false)
  const { circleId } = form.draft
  const circle = useCircles().data?.items.find(({ id }) => id === circleId)
  if (!circle) return null
  const name = `${circle.shortName}生活圈`
  if (isStarted(form.draft)) return <Text className="survey-circle">{name}</Text>
  const choose = (chosen: string) => {
    form.dispatch({ type: 'circle-chosen', circleId: chosen })
    setChoosing(false)
  }
  return (
    <>
      <Pressable
        className="survey-circle survey-circle--choice"
        label={`${name}，换一个`}
        onPress={() => setChoosing(true)}
      >
        {name}
        <Icon name="down" size={14} />
      </Pressable>
      {isChoosing && <CircleSheet onChoose={choose} onClose={() => setChoosing(false)} />}
    </>
  )
}

const Head = ({ wave, form }: Part) => (
  <View className="survey-head">
    <TitleBar title="满意度调查" />
    <StepHeader
      step={form.draft.step + 1}
      count={wave.questions.length}
      text={`第 ${form.draft.step + 1} 题，共 ${wave.questions.length} 题·还要约 ${minutesLeft(wave.questions, form.draft.step)} 分钟`}
    >
      <CircleName form={form} />
    </StepHeader>
  </View>
)

function Problem({ error }: { error: unknown }) {
  if (!error) return null
  const sentence = error instanceof ApiError ? error.message : '没有连上网络，答案都还在'
  return (
    <View className="survey-problem" {...named({ role: 'alert' })}>
      没有交上去：{sentence}。请再点一次提交，不会重复。
    </View>
  )
}

function Actions({ wave, form }: Part) {
  const { draft, dispatch, question, submission, submit } = form
  const move = (to: number) => dispatch({ type: 'moved', to })
  const isLast = draft.step === wave.questions.length - 1
  const isBlocked = !question || !canLeave(draft, question) || submission.isPending
  return (
    <>
      {draft.step > 0 && (
        <Button kind="ghost" text="上一题" className="survey-back" onPress={() => move(draft.step - 1)} />
      )}
      <Button
        text={isLast ? (submission.isPending ? '提交中…' : '提交') : '下一题'}
        className="survey-next"
        disabled={isBlocked}
        onPress={() => (isLast ? submit() : move(draft.step + 1))}
      />
    </>
  )
}

const Promise24h = () => (
  <View className="survey-note">
    <Icon name="shield" size={16} />
    <Text>只统计，不显示是谁填的。没填完先存在手机里，24 小时内可接着填。</Text>
  </View>
)

interface Props {
  wave: SurveyWave
  /** The circle named on the card that led here; otherwise the place chosen on this phone. */
  circleId: string | null
  onEnd: (end: SurveyEndKind) => void
}

/** 答卷: one card per question; everything typed stays on the phone until it is sent. */
export function AnswerForm({ wave, circleId, onEnd }: Props) {
  const form = useSurveyForm(wave, circleId, onEnd)
  const { draft, dispatch, question } = form
  if (!question) return null
  if (!draft.circleId)
    return (
      <Page title="满意度调查">
        <CircleQuestion onChoose={(circleId) => dispatch({ type: 'circle-chosen', circleId })} />
      </Page>
    )
  const rate = (rating: number | null) => {
    dispatch({ type: 'rated', questionId: question.id, rating })
    if (rating === null && draft.step < wave.questions.length - 1)
      dispatch({ type: 'moved', to: draft.step + 1 })
  }
  return (
    <Page bar={<Head wave={wave} form={form} />} footer={<Actions wave={wave} form={form} />}>
      <QuestionCard
        key={question.id}
        question={question}
        draft={draft}
        onRate={rate}
        onWrite={(text) => dispatch({ type: 'written', questionId: question.id, text })}
      />
      <Problem error={form.submission.error} />
      <Promise24h />
    </Page>
  )
}
