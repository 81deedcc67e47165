import { wordSet } from '../language.ts'

/** PowerShell's reserved words. */
export const KEYWORDS = wordSet(`
assembly base begin break catch class command configuration continue data define do dynamicparam else elseif end enum exit
filter finally for foreach from function hidden if in inlinescript interface module namespace parallel param private process public
return sequence static switch throw trap try type until using var while workflow
`)
