import { useQueryClient } from '@tanstack/react-query'
import { stopPullDownRefresh, usePullDownRefresh } from '@tarojs/taro'
import { PlaceBar, usePlaceChooser } from '@/features/circle/PlaceBar'
import { useEdition } from '@/platform/edition'
import { Page, TitleBar } from '@/ui/Page'
import { CouponStrip } from './components/CouponStrip'
import { EditionPanel } from './components/EditionPanel'
import { ElderEntries, EntryGrid } from './components/Entries'
import { Foot } from './components/Foot'
import { ElderPlace, SearchRow } from './components/Head'
import { Nearby } from './components/Nearby'
import { SurveyCard } from './components/SurveyCard'
import './index.scss'

/** 首页: what is near, what is open now, what can be claimed; no login, no position needed. */
export default function Home() {
  const elder = useEdition((state) => state.elder)
  const place = usePlaceChooser()
  const client = useQueryClient()
  usePullDownRefresh(() => {
    void client.refetchQueries({ type: 'active' }).finally(() => stopPullDownRefresh())
  })
  const bar = elder ? (
    <TitleBar back={false} title="一刻钟 长辈版" />
  ) : (
    <TitleBar back={false}>
      <PlaceBar onChoose={place.choose} />
    </TitleBar>
  )
  return (
    <Page title={elder ? undefined : '一刻钟首页'} bar={bar} className="home">
      {elder && <ElderPlace onChoose={place.choose} />}
      <SearchRow />
      {elder ? <ElderEntries /> : <EntryGrid />}
      <Nearby />
      {!elder && <CouponStrip />}
      <SurveyCard />
      {elder && <EditionPanel />}
      <Foot />
      {place.sheet}
    </Page>
  )
}
