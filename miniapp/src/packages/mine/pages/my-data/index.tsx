import { View } from '@tarojs/components'
import { useState } from 'react'
import { dayLabel } from '@/lib/format'
import { requireLogin, useSession } from '@/platform/session'
import { Button } from '@/ui/Button'
import { Heading } from '@/ui/Heading'
import { Page } from '@/ui/Page'
import { Panel } from '@/ui/Panel'
import { Sheet } from '@/ui/Sheet'
import { EmptyBlock } from '@/ui/StateBlocks'
import { useCancelDeletion, useExport, useRequestDeletion } from '../../mine.queries'
import './index.scss'

function ExportPanel() {
  const exporting = useExport()
  return (
    <Panel padded>
      <Heading className="my-data__title">导出一份</Heading>
      <View className="my-data__text">您的资料、券、核销、问卷，都在一个文件里。</View>
      <Button
        full
        icon="download"
        text={exporting.isPending ? '正在整理…' : '导出我的数据'}
        disabled={exporting.isPending}
        onPress={() => exporting.mutate()}
      />
    </Panel>
  )
}

function AskDeletion({ onClose }: { onClose: () => void }) {
  const request = useRequestDeletion()
  const confirm = () => request.mutate(undefined, { onSettled: onClose })
  return (
    <Sheet title="注销并删除数据" onClose={onClose}>
      <View className="my-data__text">
        24 小时后删除您的资料和没用的券，不能恢复。财政补贴的核销账目按规定保留，但不再连着您。24
        小时内可以撤回。
      </View>
      <View className="my-data__buttons">
        <Button
          full
          kind="danger"
          text={request.isPending ? '正在提交…' : '申请注销'}
          disabled={request.isPending}
          onPress={confirm}
        />
        <Button full kind="ghost" text="先不注销" onPress={onClose} />
      </View>
    </Sheet>
  )
}

function DeletionPanel({ onAsk }: { onAsk: () => void }) {
  const requestedAt = useSession((state) => state.resident?.deletionRequestedAt ?? null)
  const cancel = useCancelDeletion()
  return (
    <Panel padded>
      <Heading className="my-data__title">注销</Heading>
      {requestedAt ? (
        <>
          <View className="my-data__text">{dayLabel(requestedAt)}申请了注销，满 24 小时后执行。</View>
          <Button
            full
            text={cancel.isPending ? '正在撤回…' : '撤回注销申请'}
            disabled={cancel.isPending}
            onPress={() => cancel.mutate()}
          />
        </>
      ) : (
        <>
          <View className="my-data__text">不想用了，可以删除您的个人数据。</View>
          <Button full kind="danger" icon="bin" text="申请注销" onPress={onAsk} />
        </>
      )}
    </Panel>
  )
}

/** 我的数据: take a copy, or leave. */
export default function MyData() {
  const loggedIn = useSession((state) => state.token !== null)
  const [asking, setAsking] = useState(false)
  return (
    <Page title="我的数据" className="my-data">
      {loggedIn ? (
        <>
          <ExportPanel />
          <DeletionPanel onAsk={() => setAsking(true)} />
        </>
      ) : (
        <EmptyBlock
          title="先登录"
          text="登录后才知道哪些数据是您的。"
          actions={[{ text: '登录', onPress: () => void requireLogin('登录后才知道哪些数据是您的') }]}
        />
      )}
      {asking && <AskDeletion onClose={() => setAsking(false)} />}
    </Page>
  )
}
