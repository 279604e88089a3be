import { View } from '@tarojs/components'
import { openTab } from '@/platform/navigate'
import { Button } from '@/ui/Button'
import { Heading } from '@/ui/Heading'
import { Icon, type IconName } from '@/ui/Icon'
import { named } from '@/ui/named'
import { Panel } from '@/ui/Panel'
import type { SurveyEndKind } from '../use-survey-form'
import './survey-end.scss'

const ends = {
  thanks: {
    icon: 'check',
    title: '收到了，谢谢您',
    text: '够 50 份就公布这个生活圈的满意度。您写的「还缺什么」会给社区和商务局看，不带姓名。',
  },
  answered: {
    icon: 'check',
    title: '这次调查您已经填过',
    text: '每人每次填一份。下一次调查开始时，首页会再请您。',
  },
  closed: {
    icon: 'clock',
    title: '现在没有进行中的调查',
    text: '下一次调查开始时，首页会请您填。',
  },
} as const satisfies Record<SurveyEndKind, { icon: IconName; title: string; text: string }>

/** Where a survey ends: thanked, answered before, or closed. */
export function SurveyEnd({ kind }: { kind: SurveyEndKind }) {
  const { icon, title, text } = ends[kind]
  return (
    <Panel className="survey-end">
      <View className={`survey-end__mark survey-end__mark--${kind}`}>
        <Icon name={icon} size={44} />
      </View>
      <View {...named({ role: 'status' })}>
        <Heading className="survey-end__title">{title}</Heading>
        <View className="survey-end__text">{text}</View>
      </View>
      <Button full text="回首页" onPress={() => openTab('home')} />
    </Panel>
  )
}
