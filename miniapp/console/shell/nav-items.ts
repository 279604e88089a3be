/** What the console can do today; an item appears with the page behind it. */
export const navItems = [
  { to: '/map', icon: 'map', label: '网点地图' },
  { to: '/outlets', icon: 'table', label: '网点清册' },
  { to: '/satisfaction', icon: 'survey', label: '满意度' },
  { to: '/audit', icon: 'shield', label: '操作记录', apart: true },
] as const
