import { View } from '@tarojs/components'
import type { Resident } from '@yikezhong/shared/identity/identity.contract'
import { dayLabel } from '@/lib/format'
import { open } from '@/platform/navigate'
import { requireLogin } from '@/platform/session'
import { Button } from '@/ui/Button'
import { Heading } from '@/ui/Heading'
import { Icon } from '@/ui/Icon'
import { DemoTag } from '@/ui/Tag'

/** Who is logged in, or the way to log in. Everything but claiming and answering works without. */
export function Who({ resident }: { resident: Resident | null }) {
  if (!resident)
    return (
      <View className="mine-who">
        <View className="mine-who__face">
          <Icon name="person" size={28} />
        </View>
        <View className="mine-who__words">
          <Heading className="mine-who__name">还没有登录</Heading>
          <View className="mine-who__note">领券、答问卷时才需要</View>
        </View>
        <Button text="登录" onPress={() => void requireLogin('登录后券和问卷记在您名下')} />
      </View>
    )
  return (
    <>
      <View className="mine-who">
        <View className="mine-who__face">
          <Icon name="person" size={28} />
        </View>
        <View className="mine-who__words">
          <Heading className="mine-who__name">
            {resident.nickname} {resident.isDemo && <DemoTag />}
          </Heading>
          <View className="mine-who__note">
            {resident.phoneTail ? `手机尾号 ${resident.phoneTail}` : '没有绑定手机'}
          </View>
        </View>
      </View>
      {resident.deletionRequestedAt && (
        <View className="mine-leaving">
          您在 {dayLabel(resident.deletionRequestedAt)}申请了注销。
          <Button size="small" kind="ghost" text="看一看或撤回" onPress={() => open('myData')} />
        </View>
      )}
    </>
  )
}
