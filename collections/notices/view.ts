export type NoticeView = {
  title: string
  text: string
  tone: 'info' | 'important' | 'closed'
  link: { label: string; path: string } | null
}
