import { recall, remember } from './last-seen'
import { endSession } from './session'

it('forgets what was told to the person who logs out, and keeps what anybody may see', async () => {
  const open = ['coupon-templates', { residentId: null }]
  const own = ['coupon-templates', { residentId: '7' }]
  for (const key of [open, own, ['me']]) remember(key, key)
  await endSession()
  expect([open, own, ['me']].map((key) => recall(key)?.data ?? null)).toEqual([open, null, null])
})
