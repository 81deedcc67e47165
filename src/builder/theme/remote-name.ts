/**
 * What `remote_theme` means: `owner/name`, `owner/name@ref`, the same under an address (`https://host/owner/name@ref`), or
 * a path of this machine, which the plugin's documentation allows for those who write themes.
 */
import type { RemoteOrder } from './types.ts'

const GITHUB = 'https://github.com'

/** The theme to fetch that `written` means; undefined when it means none. */
export function remoteOrder(written: string): RemoteOrder | undefined {
  const match = /^(https?:\/\/[^/\s?#]+\/)?([\w.-]+)\/([\w.-]+?)(?:\.git)?\/?(?:@([\w./+-]+))?$/.exec(
    written.trim(),
  )
  if (match === null) return undefined
  const [, address, owner = '', repository = '', ref = 'HEAD'] = match
  const origin = address === undefined ? GITHUB : address.slice(0, -1).toLowerCase()
  if ([owner, repository].some((part) => /^\.+$/.test(part)) || !isRef(ref) || origin.includes('@'))
    return undefined
  const name = `${owner}/${repository}`
  const plain = origin === GITHUB || origin === 'http://github.com'
  const key = `${plain ? '' : `${origin}/`}${name}${ref === 'HEAD' ? '' : `@${ref}`}`
  return { kind: 'remote', name, key, origin: plain ? GITHUB : origin, owner, repository, ref }
}

/** Whether `remote_theme` names a folder: a path that starts as one. */
export function isFolderName(written: string): boolean {
  return /^(?:\.{1,2}\/|\/)/.test(written) || written === '.' || written === '..'
}

/** The address of the archive of `order` at `ref`, as its host gives it. */
export function archiveAddress({ origin, owner, repository }: RemoteOrder, ref: string): string {
  const at = ref.split('/').map(encodeURIComponent).join('/')
  if (origin === GITHUB) return `https://codeload.github.com/${owner}/${repository}/tar.gz/${at}`
  const host = new URL(origin).hostname
  return host.split('.').includes('gitlab')
    ? `${origin}/${owner}/${repository}/-/archive/${at}/${repository}-${at.replaceAll('/', '-')}.tar.gz`
    : `${origin}/${owner}/${repository}/archive/${at}.tar.gz`
}

/** Where the newest release is told; undefined when the host is not known to tell. */
export function latestAddress({ origin, owner, repository }: RemoteOrder): string {
  return origin === GITHUB
    ? `https://api.github.com/repos/${owner}/${repository}/releases/latest`
    : `${origin}/api/v1/repos/${owner}/${repository}/releases/latest`
}

/** A ref has no empty, hidden or upward part. */
function isRef(ref: string): boolean {
  return ref.split('/').every((part) => part !== '' && !part.startsWith('.')) && !ref.includes('..')
}
