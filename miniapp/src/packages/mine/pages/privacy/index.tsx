import { View } from '@tarojs/components'
import { Heading } from '@/ui/Heading'
import { Page } from '@/ui/Page'
import { Panel } from '@/ui/Panel'
import './index.scss'
import { clauses } from './clauses'

/** 隐私说明: each thing used, why, how long, and that refusing leaves the app usable. */
export default function Privacy() {
  return (
    <Page title="隐私说明">
      <Panel padded className="privacy">
        {clauses.map(({ title, text }) => (
          <View key={title} className="privacy__clause">
            <Heading className="privacy__title">{title}</Heading>
            <View className="privacy__text">{text}</View>
          </View>
        ))}
      </Panel>
    </Page>
  )
}
