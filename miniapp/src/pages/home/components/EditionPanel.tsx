import { View } from '@tarojs/components'
import { TextSizePicker } from '@/features/edition/TextSizePicker'
import { setElder } from '@/platform/edition'
import { Button } from '@/ui/Button'
import { Panel } from '@/ui/Panel'

/** The end of the elder home: how big the words are, and the way back. */
export const EditionPanel = () => (
  <>
    <Panel padded className="home-edition">
      <View className="home-edition__title">字的大小</View>
      <TextSizePicker />
    </Panel>
    <View className="home-edition__back">
      <Button full kind="ghost" text="回到普通版" onPress={() => setElder(false)} />
    </View>
  </>
)
