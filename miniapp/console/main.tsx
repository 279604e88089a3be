import './styles/console.scss'
import { QueryClientProvider } from '@tanstack/react-query'
import { App, ConfigProvider } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import { StrictMode, Suspense } from 'react'
import { createRoot } from 'react-dom/client'
import { createBrowserRouter, RouterProvider } from 'react-router'
import { createQueryClient } from '@/lib/query-client'
import { routes } from './routes'
import { antdTheme } from './theme/antd-theme'

dayjs.locale('zh-cn')

const container = document.getElementById('app')
if (!container) throw new Error('index.html has no #app')

const router = createBrowserRouter(routes, { basename: '/console' })

createRoot(container).render(
  <StrictMode>
    <ConfigProvider locale={zhCN} theme={antdTheme(__YK_TOKENS__)} button={{ autoInsertSpace: false }}>
      <QueryClientProvider client={createQueryClient()}>
        <App>
          <Suspense fallback={null}>
            <RouterProvider router={router} />
          </Suspense>
        </App>
      </QueryClientProvider>
    </ConfigProvider>
  </StrictMode>,
)
