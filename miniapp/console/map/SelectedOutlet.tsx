import { getOutlet } from '@yikezhong/shared/outlet/outlet.contract'
import { Button } from 'antd'
import { Link } from 'react-router'
import { useEndpoint } from '../api/use-endpoint'
import { OutletDetail } from '../outlet/OutletDetail'
import { DemoTag } from '../ui/DemoTag'
import { FormatTile } from '../ui/FormatTile'
import { Icon } from '../ui/Icon'

interface Props {
  outletId: string
  onClose: () => void
}

/** The outlet chosen on the map or in the list. */
export function SelectedOutlet({ outletId, onClose }: Props) {
  const { data } = useEndpoint(getOutlet, { params: { outletId }, query: {} })
  return (
    <section className="map-panel selected-outlet" aria-label="选中的网点">
      <header>
        {data && <FormatTile code={data.formatCode} size={36} />}
        <div>
          <h2>
            {data?.name ?? '网点'} {data?.isDemo && <DemoTag />}
          </h2>
          {data && (
            <p className="muted">
              {data.formatName} · {data.community.name}
            </p>
          )}
        </div>
        <Button type="text" aria-label="关闭" icon={<Icon name="close" size={16} />} onClick={onClose} />
      </header>
      <OutletDetail outletId={outletId} brief />
      <Link className="button-link" to={`/outlets?outlet=${outletId}`}>
        看全部登记内容
      </Link>
    </section>
  )
}
