/** 示例: demo rows say so wherever they stand. */
export const DemoTag = ({ children = '示例' }: { children?: string }) => (
  <span className="demo-tag">{children}</span>
)
