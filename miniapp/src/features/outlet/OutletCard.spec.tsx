import { fireEvent, render, screen } from '@testing-library/react'
import { outletSummary } from '@yikezhong/shared/outlet/outlet.contract'
import { setElder } from '@/platform/edition'
import { useDestination } from '@/platform/go-there'
import * as navigate from '@/platform/navigate'
import { FreshChip, OpenChip } from './chips'
import { OutletCard } from './OutletCard'

const now = new Date('2026-07-12T07:42:00+08:00')

const outlet = outletSummary.parse({
  id: '7',
  name: '光明巷呱呱早餐',
  formatCode: 'breakfast',
  isDemo: true,
  status: 'operating',
  location: { lng: 105.73, lat: 34.58 },
  address: '光明巷 12 号',
  phone: '0938-0000000',
  hours: Array.from({ length: 7 }, () => [{ from: '06:00', to: '10:30' }]),
  priceNote: '呱呱 7 元',
  services: [],
  accessible: ['ramp'],
  offer: '减 2 元',
  lastConfirmedOn: '2026-07-11',
  openNow: true,
  distanceMeters: 170,
  walkMinutes: 3,
})

beforeEach(() => setElder(false))

describe('OutletCard', () => {
  it('says what, how far, open until when and why go, in its name too', () => {
    render(<OutletCard outlet={outlet} taxonomy={null} now={now} />)
    const card = screen.getByRole('button', {
      name: /^光明巷呱呱早餐\s*示例\s*减 2 元\s*步行 3 分钟\s*营业中\s*至 10:30/,
    })
    expect(card).toHaveTextContent('呱呱 7 元·门口有坡道·昨天确认')
  })

  it('opens the outlet', () => {
    const open = jest.spyOn(navigate, 'open').mockImplementation(() => {})
    render(<OutletCard outlet={outlet} taxonomy={null} now={now} />)
    fireEvent.click(screen.getByRole('button'))
    expect(open).toHaveBeenCalledWith('outlet', { id: '7' })
  })

  it('promises nothing while offline and says when it was seen', () => {
    const seen = new Date('2026-07-12T07:18:00+08:00')
    render(<OutletCard outlet={outlet} taxonomy={null} now={now} staleSince={seen} />)
    const card = screen.getByRole('button')
    expect(card).toHaveTextContent('应在营业')
    expect(card).not.toHaveTextContent('营业中')
    expect(card).toHaveTextContent('07:18 看到·电话已存，可以拨打')
  })

  it('asks to ring first when the record is old', () => {
    render(<OutletCard outlet={{ ...outlet, lastConfirmedOn: '2026-04-07' }} taxonomy={null} now={now} />)
    expect(screen.getByRole('button')).toHaveTextContent('96 天前确认，打个电话再去')
  })

  it('has two big buttons and an older pace in the elder edition', () => {
    setElder(true)
    render(<OutletCard outlet={outlet} taxonomy={null} now={now} />)
    expect(screen.getByText('步行 4 分钟')).toBeInTheDocument()
    expect(screen.queryByText(/呱呱 7 元/)).not.toBeInTheDocument()
    expect(screen.getByRole('button', { name: '打电话给光明巷呱呱早餐' })).toBeInTheDocument()
    fireEvent.click(screen.getByRole('button', { name: '去这里，光明巷呱呱早餐' }))
    expect(useDestination.getState().destination?.name).toBe('光明巷呱呱早餐')
  })
})

describe('OpenChip', () => {
  it('keeps the word and drops the detail when brief', () => {
    const { rerender, container } = render(<OpenChip outlet={outlet} now={now} />)
    expect(container).toHaveTextContent('营业中至 10:30')
    rerender(<OpenChip outlet={outlet} now={now} brief />)
    expect(container.textContent).toBe('营业中')
  })

  it('marks what is about to close', () => {
    const { container } = render(<OpenChip outlet={outlet} now={new Date('2026-07-12T09:56:00+08:00')} />)
    expect(container).toHaveTextContent('34 分钟后打烊')
    expect(container.querySelector('.yk-open--soon')).not.toBeNull()
  })
})

it.each([
  ['2026-07-10', '2 天前确认'],
  ['2026-05-28', '45 天前确认'],
  ['2026-04-07', '96 天前确认'],
  [null, '未确认'],
])('FreshChip for %s: %s', (lastConfirmedOn, words) => {
  const { container } = render(<FreshChip lastConfirmedOn={lastConfirmedOn} now={now} />)
  expect(container).toHaveTextContent(words)
})
