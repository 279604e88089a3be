import { useQueryClient } from '@tanstack/react-query'
import { listCircles } from '@yikezhong/shared/circle/circle.contract'
import { logout } from '@yikezhong/shared/identity/identity.contract'
import { Button, Dropdown } from 'antd'
import { useNavigate } from 'react-router'
import { call } from '@/lib/api-client'
import { clockTime, dayLabel } from '@/lib/format'
import { useDataAsOf } from '../api/data-as-of'
import { useEndpoint } from '../api/use-endpoint'
import { roleNames } from '../session/role-names'
import { useSession } from '../session/session'
import { DemoTag } from '../ui/DemoTag'
import { Icon } from '../ui/Icon'
import { Mark } from './Mark'

export function Header({ onMenu }: { onMenu: () => void }) {
  const circles = useEndpoint(listCircles, {})
  const at = useDataAsOf((state) => state.at)
  return (
    <header className="top">
      <Button
        className="top-menu"
        type="text"
        aria-label="打开栏目"
        icon={<Icon name="menu" size={20} />}
        onClick={onMenu}
      />
      <Mark size={24} />
      <b>一刻钟</b>
      <span className="top-city">
        {circles.data && `${circles.data.city.name} · ${circles.data.items.length} 个试点生活圈`}
      </span>
      <span className="top-as-of">{at && `数据截至 ${dayLabel(new Date(at))} ${clockTime(at)}`}</span>
      <UserMenu />
    </header>
  )
}

function UserMenu() {
  const navigate = useNavigate()
  const leave = useLeave()
  const staff = useSession((state) => state.session?.staff)
  if (!staff) return null
  const items = [
    { key: 'account', icon: <Icon name="person" size={16} />, label: '账号与动态口令' },
    { key: 'leave', icon: <Icon name="logout" size={16} />, label: '退出登录' },
  ]
  return (
    <Dropdown
      trigger={['click']}
      menu={{ items, onClick: ({ key }) => (key === 'leave' ? leave() : navigate('/account')) }}
    >
      <Button className="top-user" type="text" icon={<Icon name="person" />}>
        <span className="top-name">{staff.displayName}</span>
        <span className="top-scope">
          {staff.divisionName} · {roleNames[staff.role]}
        </span>
        {staff.isDemo && <DemoTag />}
      </Button>
    </Dropdown>
  )
}

/** Leaves at once; the server forgets the token too when it can be reached. */
function useLeave() {
  const end = useSession((state) => state.end)
  const queries = useQueryClient()
  return async () => {
    await call(logout, {}).catch(() => {})
    end()
    queries.clear()
  }
}
