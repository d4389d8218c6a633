import { ADMIN } from '../support/server.ts'

type Credentials = { email: string; password: string }

export type Rest = {
  /** Makes a document and says its id. */
  create: (collection: string, data: object) => Promise<string>
  /** Changes a document. */
  update: (collection: string, id: string, data: object) => Promise<void>
}

/** The REST API as a member of staff uses it: to arrange what a test then looks at. */
export const restAs = async (site: string, who: Credentials = ADMIN): Promise<Rest> => {
  const headers: Record<string, string> = { 'Content-Type': 'application/json' }
  const ask = async (method: string, path: string, data?: object) => {
    const body = data && JSON.stringify(data)
    const response = await fetch(`${site}/api/${path}`, { method, headers, body })
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
    return response.json() as Promise<{ doc: { id: string }; token: string }>
  }
  const { token } = await ask('POST', 'users/login', who)
  headers['Authorization'] = `JWT ${token}`
  return {
    create: async (collection, data) => (await ask('POST', `${collection}?depth=0`, data)).doc.id,
    update: async (collection, id, data) => void (await ask('PATCH', `${collection}/${id}?depth=0`, data)),
  }
}
