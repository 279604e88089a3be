import { OutletList } from '@/features/outlet/OutletList'
import { noFilters } from '@/features/outlet/outlet-filters'
import { quarterMinutes } from '@/features/outlet/reach'
import { useOutletSearch } from '@/features/outlet/use-outlet-search'
import { clockTime } from '@/lib/format'
import { useEdition } from '@/platform/edition'
import { open } from '@/platform/navigate'
import { Panel } from '@/ui/Panel'
import { Section } from '@/ui/Section'
import { Skeleton } from '@/ui/Skeleton'
import { EmptyBlock, ErrorBlock, OfflineBar } from '@/ui/StateBlocks'

const openNearby = { ...noFilters, openNow: true }
const shown = 3

const showAll = () => open('search', { open: true, title: '现在开着' })

function useTitle(away: boolean, elder: boolean, total: number | null) {
  if (away) return { title: '附近', sub: '营业时间按公布的算' }
  const sub = total === null ? undefined : `${quarterMinutes} 分钟内 ${total} 家`
  return { title: elder ? '走得到、开着门' : '附近，现在开着', sub: elder ? undefined : sub }
}

/** 附近，现在开着: the nearest three, and how many more within a quarter of an hour. */
export function Nearby() {
  const elder = useEdition((state) => state.elder)
  const search = useOutletSearch(openNearby, shown)
  const { outlets, total, staleSince } = search
  const retry = () => void search.refetch()
  const head = useTitle(staleSince !== null, elder, outlets && total)
  return (
    <>
      {staleSince && <OfflineBar seen={clockTime(staleSince)} onRetry={retry} />}
      <Section {...head} more={{ text: '全部', label: '看全部现在开着的', onPress: showAll }} />
      <Panel>
        {outlets && outlets.length > 0 && (
          <OutletList outlets={outlets.slice(0, shown)} staleSince={staleSince} />
        )}
        {outlets?.length === 0 && (
          <EmptyBlock
            title={`${quarterMinutes} 分钟内现在没有开着的店`}
            text="可能太早或太晚，也可能登记得还不全。"
            actions={[{ text: '看全部网点', onPress: () => open('search', { title: '全部' }) }]}
          />
        )}
        {!outlets && !search.isError && <Skeleton />}
        {!outlets && search.isError && (
          <ErrorBlock error={search.error} title="附近的店没有取到" onRetry={retry} />
        )}
      </Panel>
    </>
  )
}
