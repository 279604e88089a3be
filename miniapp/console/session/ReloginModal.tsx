import { useQueryClient } from '@tanstack/react-query'
import { Button, Modal } from 'antd'
import { LoginForm } from './LoginForm'
import { useSession } from './session'

/** 登录已过期: asks for the password over the page, so that filters and what was typed stay where they are. */
export function ReloginModal() {
  const { session, expired, end } = useSession()
  const queries = useQueryClient()
  const previous = session?.staff
  return (
    <Modal
      open={expired}
      title="登录已过期，请重新登录"
      footer={null}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      destroyOnHidden
      width={400}
    >
      <p className="entry-note">登录后回到您正在看的这一页，筛选条件都留着。</p>
      <LoginForm
        username={previous?.username}
        onDone={({ staff }) => {
          if (staff.id === previous?.id) void queries.invalidateQueries()
          else void queries.resetQueries()
        }}
      />
      <Button type="link" block onClick={end}>
        换个账号
      </Button>
    </Modal>
  )
}
