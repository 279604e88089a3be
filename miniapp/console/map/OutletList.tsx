import { listBureauOutlets } from '@yikezhong/shared/outlet/bureau-outlet.contract'
import { Button } from 'antd'
import { call } from '@/lib/api-client'
import { useCursorPages } from '../api/use-cursor-pages'
import { FreshnessMark } from '../outlet/FreshnessMark'
import { DemoTag } from '../ui/DemoTag'
import { FormatTile } from '../ui/FormatTile'
import { PageTurner } from '../ui/PageTurner'
import { QueryGate } from '../ui/QueryGate'
import { EmptyBlock } from '../ui/StateBlocks'
import type { OutletFilters } from './use-freshness'

interface Props {
  filters: OutletFilters
  selectedId: string | undefined
  onSelect: (outletId: string) => void
  onClear: () => void
}

const pageSize = 30

/** 清册 beside the map: the same search, complete for those who cannot use a map. */
export function OutletList({ filters, selectedId, onSelect, onClear }: Props) {
  const pages = useCursorPages([listBureauOutlets.path, 'beside-map', filters], (cursor) =>
    call(listBureauOutlets, { query: { ...filters, cursor, limit: pageSize } }),
  )
  return (
    <QueryGate query={pages} rows={10}>
      {({ items, total }) =>
        items.length === 0 ? (
          <EmptyBlock title="没有符合条件的网点">
            <Button onClick={onClear}>清除筛选</Button>
          </EmptyBlock>
        ) : (
          <>
            <ul className="outlet-list">
              {items.map((outlet) => (
                <li key={outlet.id}>
                  <button
                    type="button"
                    aria-pressed={outlet.id === selectedId}
                    onClick={() => onSelect(outlet.id)}
                  >
                    <FormatTile code={outlet.formatCode} size={32} />
                    <span>
                      <b>{outlet.name}</b> {outlet.isDemo && <DemoTag />}
                      <small>
                        {outlet.communityName} · <FreshnessMark {...outlet} />
                      </small>
                    </span>
                  </button>
                </li>
              ))}
            </ul>
            <PageTurner {...pages} total={total} unit="家" busy={pages.isFetching} />
          </>
        )
      }
    </QueryGate>
  )
}
