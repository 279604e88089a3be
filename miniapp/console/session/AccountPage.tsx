import { getStaffMe } from '@yikezhong/shared/identity/identity.contract'
import { Card, Descriptions, Tag } from 'antd'
import { useEndpoint } from '../api/use-endpoint'
import { DemoTag } from '../ui/DemoTag'
import { PageHead } from '../ui/PageHead'
import { QueryGate } from '../ui/QueryGate'
import { roleNames } from './role-names'
import { TotpBinding } from './TotpBinding'

/** 账号: who I am, what I may see, and the dynamic code. */
export default function AccountPage() {
  const me = useEndpoint(getStaffMe, {})
  return (
    <div className="page page-narrow">
      <PageHead title="账号" />
      <QueryGate query={me} rows={4}>
        {(staff) => (
          <>
            <Card>
              <Descriptions
                column={1}
                size="small"
                items={[
                  { key: 'username', label: '用户名', children: staff.username },
                  {
                    key: 'name',
                    label: '姓名',
                    children: (
                      <>
                        {staff.displayName} {staff.isDemo && <DemoTag />}
                      </>
                    ),
                  },
                  { key: 'role', label: '级别', children: roleNames[staff.role] },
                  { key: 'scope', label: '管理范围', children: staff.divisionName },
                  {
                    key: 'totp',
                    label: '动态口令',
                    children: staff.totpEnabled ? <Tag color="success">已绑定</Tag> : <Tag>未绑定</Tag>,
                  },
                ]}
              />
            </Card>
            <TotpBinding staff={staff} />
          </>
        )}
      </QueryGate>
    </div>
  )
}
