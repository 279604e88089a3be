import { Text, View } from '@tarojs/components'
import { circleName } from '@/features/circle/circle-name'
import { useHere } from '@/features/circle/use-here'
import { setElder, useEdition } from '@/platform/edition'
import { open } from '@/platform/navigate'
import { Icon } from '@/ui/Icon'
import { Pressable } from '@/ui/Pressable'

/** The search field of the home page opens the search page; beside it the way into the elder edition. */
export function SearchRow() {
  const elder = useEdition((state) => state.elder)
  const hint = elder ? '您要找什么？' : '搜 修鞋、药店、浆水面'
  return (
    <View className="home-search">
      <Pressable
        className="home-search__field"
        wordsSpeak
        label="搜索附近的店和服务"
        onPress={() => open('search')}
      >
        <Icon name="search" size={elder ? 26 : 20} />
        <Text className="home-search__hint">{hint}</Text>
        <Text className="yk-spoken">搜索附近的店和服务</Text>
      </Pressable>
      {!elder && (
        <Pressable
          className="home-search__elder"
          wordsSpeak
          label="换成长辈版，字更大"
          onPress={() => setElder(true)}
        >
          <Text className="home-search__big">大</Text>
          <Text>长辈版</Text>
        </Pressable>
      )}
    </View>
  )
}

/** The place in the elder edition: its own line, and words instead of an arrow. */
export function ElderPlace({ onChoose }: { onChoose: () => void }) {
  const { circle, spot } = useHere()
  const name = spot ?? (circle ? circleName(circle) : '选择生活圈')
  return (
    <Pressable className="home-place" label={`${name} 换一个，换地方`} onPress={onChoose}>
      <Icon name="pin" size={26} className="home-place__pin" />
      <Text className="home-place__name">{name}</Text>
      <Text className="home-place__change">换一个</Text>
    </Pressable>
  )
}
