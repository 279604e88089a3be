import { View } from '@tarojs/components'
import { circleName } from '@/features/circle/circle-name'
import { useHere } from '@/features/circle/use-here'
import { useSurveyWaves } from '@/features/survey/survey.queries'
import { dayLabel } from '@/lib/format'
import { open } from '@/platform/navigate'
import { Button } from '@/ui/Button'
import { Heading } from '@/ui/Heading'
import { DemoTag } from '@/ui/Tag'

const secondsPerQuestion = 15

/** 满意度调查: the one deep panel of the page; absent when no round is open. */
export function SurveyCard() {
  const { circle } = useHere()
  const wave = useSurveyWaves().data?.items.find(({ isOpen }) => isOpen)
  if (!wave || !circle) return null
  const minutes = Math.max(1, Math.ceil((wave.questions.length * secondsPerQuestion) / 60))
  return (
    <View className="home-survey">
      <Heading className="home-survey__title">
        {circleName(circle)}，您满意吗？{wave.isDemo && <DemoTag />}
      </Heading>
      <View className="home-survey__text">
        {wave.questions.length} 道题，约 {minutes} 分钟。结果按圈公布，不显示个人。
      </View>
      <View className="home-survey__row">
        <View className="home-survey__text">
          {wave.answeredByMe ? '这一轮您已经答过，谢谢' : `填写时才需要登录·${dayLabel(wave.closesAt)}截止`}
        </View>
        {!wave.answeredByMe && (
          <Button
            size="small"
            kind="white"
            text="去填写"
            label="去填写满意度调查"
            onPress={() => open('survey', { waveId: wave.id, circleId: circle.id })}
          />
        )}
      </View>
    </View>
  )
}
