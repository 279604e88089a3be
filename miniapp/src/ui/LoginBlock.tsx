import { requireLogin } from '@/platform/session'
import { EmptyBlock } from './StateBlocks'

interface Props {
  title: string
  /** Why login is needed, said before it is asked. */
  reason: string
}

/** In the place of what only the person logged in may see. */
export const LoginBlock = ({ title, reason }: Props) => (
  <EmptyBlock
    title={title}
    text={reason}
    actions={[{ text: '登录', onPress: () => void requireLogin(reason) }]}
  />
)
