import { Button, Result } from 'antd'
import { Link, useRouteError } from 'react-router'

/** A chunk that did not load or a bug: the one place where a page may fail without taking the console with it. */
export function PageFault() {
  const error = useRouteError()
  console.error(error)
  return (
    <Result
      className="state-block"
      status="error"
      title="这一页没有打开"
      subTitle="可能是刚更新了版本。刷新一下；还不行请记下时间，告诉管理员。"
      extra={
        <Button type="primary" onClick={() => location.reload()}>
          刷新
        </Button>
      }
    />
  )
}

export const NotFound = () => (
  <Result
    className="state-block"
    status="info"
    title="没有这一页"
    subTitle="地址可能抄错了，或者这一页已经搬走。"
    extra={<Link to="/">回到首页</Link>}
  />
)
