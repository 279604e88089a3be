import { View } from '@tarojs/components'
import type { Outlet } from '@yikezhong/shared/outlet/outlet.contract'
import { useCircles } from '@/features/circle/circle.queries'
import { circleName } from '@/features/circle/circle-name'
import { FreshChip, OpenChip, WalkChip } from '@/features/outlet/chips'
import { FormatTile } from '@/features/outlet/FormatTile'
import { useFormats } from '@/features/outlet/outlet.queries'
import { Heading } from '@/ui/Heading'
import { DemoTag } from '@/ui/Tag'
import { Actions } from './Actions'

/** 光明巷社区, as people say it; the register's own name when the community is in no circle. */
function useCommunityName({ code, name }: Outlet['community']) {
  const communities = useCircles().data?.items.flatMap((circle) => circle.communities) ?? []
  return communities.find((community) => community.code === code)?.shortName ?? name
}

interface Props {
  outlet: Outlet
  now: Date
  live: boolean
}

/** What it is, how far, whether it is open, and what one can do about it. */
export function Head({ outlet, now, live }: Props) {
  const { taxonomy } = useFormats()
  const format = taxonomy?.formats.get(outlet.formatCode)
  const circle = outlet.circles[0]
  const community = useCommunityName(outlet.community)
  const where = [outlet.formatName, circle && circleName(circle), community]
  return (
    <View className="outlet-head">
      <View className="outlet-head__row">
        <View className="outlet-head__words">
          <Heading level={1} className="outlet-head__name">
            {outlet.name} {outlet.isDemo && <DemoTag />}
          </Heading>
          <View className="outlet-head__where">{where.filter(Boolean).join('·')}</View>
        </View>
        {format && <FormatTile format={format} size={48} />}
      </View>
      <View className="outlet-head__chips">
        <WalkChip minutes={outlet.walkMinutes} />
        <OpenChip outlet={outlet} now={now} live={live} />
        <FreshChip lastConfirmedOn={outlet.lastConfirmedOn} now={now} />
      </View>
      <Actions outlet={outlet} place="head" />
    </View>
  )
}
