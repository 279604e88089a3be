import { View } from '@tarojs/components'
import { useState } from 'react'
import { Heading } from '@/ui/Heading'
import { Icon } from '@/ui/Icon'
import { ListRow } from '@/ui/ListRow'
import { Pressable } from '@/ui/Pressable'
import { Sheet } from '@/ui/Sheet'
import { DemoTag } from '@/ui/Tag'
import type { MerchantOutlet } from '../merchant.queries'
import './outlet-switcher.scss'

interface Props {
  outlets: readonly MerchantOutlet[]
  current: MerchantOutlet
  onChoose: (outletId: string) => void
}

const roles = { owner: '店主', clerk: '店员' }

/** 门店: whose counter this is; a choice when the person works for several. */
export function OutletSwitcher({ outlets, current, onChoose }: Props) {
  const [isOpen, setOpen] = useState(false)
  const name = (
    <>
      <Heading level={1} className="outlet-switch__name">
        {current.name}
      </Heading>
      {current.isDemo && <DemoTag />}
    </>
  )
  if (outlets.length === 1) return <View className="outlet-switch">{name}</View>
  const choose = (outletId: string) => {
    onChoose(outletId)
    setOpen(false)
  }
  return (
    <>
      <Pressable
        className="outlet-switch"
        label={`门店 ${current.name}，换一家`}
        onPress={() => setOpen(true)}
      >
        {name}
        <Icon name="down" size={16} />
      </Pressable>
      {isOpen && (
        <Sheet title="换一家门店" onClose={() => setOpen(false)}>
          {outlets.map((outlet) => (
            <ListRow
              key={outlet.id}
              title={outlet.name}
              note={`${outlet.merchantName} · ${roles[outlet.role]}`}
              aside={outlet.id === current.id ? '现在' : undefined}
              onPress={() => choose(outlet.id)}
            />
          ))}
        </Sheet>
      )}
    </>
  )
}
