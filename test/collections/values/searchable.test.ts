import { describe, expect, test } from 'vitest'
import { isFoundBy, searchable, searchablePhone, searchFor } from '#collections/values/searchable.ts'

const finds = (kept: string, typed: string): boolean => isFoundBy(searchable(kept), searchFor(typed))

describe('a name is found', () => {
  test.each([
    // Apostrophes: typed straight, curly, as a mark of an alphabet, or not at all.
    ['Ana O’Brien', "O'Brien"],
    ["Bo O'Neil", 'O’Neil'],
    ["Cy D'Arcy", 'darcy'],
    ['Cy D‘Arcy', 'd arcy'],
    ['Ana O’Brien', 'brien'],
    ['Kaʻahumanu Kealoha', "ka'ahumanu"],
    ['Kaʻahumanu Kealoha', 'kaahumanu'],
    ['Nguessan N’Dri', 'ndri'],
    // The order people say it in, and parts of it.
    ['Ed Lee', 'Lee, Ed'],
    ['Ed Lee', 'lee ed'],
    ['Ed Lee', 'e l'],
    ['Mary Ann Smith', 'maryann'],
    ['Maryann Smith', 'mary ann smith'],
    ['María de la Cruz', 'delacruz'],
    ['María de la Cruz', 'cruz'],
    ['Ana Smith-Jones', 'smith jones'],
    ['Ana Smith Jones', 'Smith-Jones'],
    ['Ana Jones-Smith', 'Smith-Jones'],
    ['Ana Smith-Jones', 'smithjones'],
    ['Ana Smith‑Jones', 'smith-jo'],
    // Accents, and letters that others do not have on their keyboard.
    ['Nguyễn Thị Hồng', 'nguyen thi hong'],
    ['Nguyen Thi Hong', 'Nguyễn'],
    ['Đặng Văn Lâm', 'dang van'],
    ['Łukasz Żółć', 'lukasz zolc'],
    ['Søren Bjørn', 'soren'],
    ['Søren Bjørn', 'soeren'],
    ['Jürgen Müller', 'mueller'],
    ['Jürgen Müller', 'muller'],
    ['Groß, Anna', 'gross'],
    ['Åsa Lindgren', 'aasa'],
    ['Adébáyọ̀ Ọlátúnjí', 'adebayo olatunji'],
    ['Ɗanjuma Ƙasim', 'danjuma kasim'],
    ['İbrahim Işık', 'ibrahim isik'],
    ['Þóra Æsa', 'thora aesa'],
    ['Waŋblí', 'wangbli'],
    // The same name, composed and decomposed, in full width, and with unseen signs.
    ['Jose\u0301', 'josé'],
    ['Ａｎａ', 'ana'],
    ['A\u00adna\u200b Lopez', 'ana lopez'],
    ['Ana\u00a0Lopez', 'ana lopez'],
    // Other scripts.
    ['Анна Ковалёва', 'ковалева'],
    ['Анна Ковалёва', 'КОВАЛЁВА'],
    ['Γιώργος Παπαδόπουλος', 'γιωργος'],
    ['שרה כהן', 'כהן שרה'],
    ['שָׂרָה כֹּהֵן', 'שרה'],
    ['أحمد الحسن', 'احمد'],
    ['مُحَمَّد', 'محمد'],
    ['فاطمة', 'فاطمه'],
    ['رضی', 'رضي'],
    ['አበበ በቂላ', 'በቂላ'],
    ['ሰላማዊት', 'ሰላ'],
    ['李小龙', '李小龙'],
    ['李小龙', '小龙'],
    ['김민수', '민수'],
    ['김 민수', '김민수'],
    ['さくら', 'くら'],
    ['สมชาย ใจดี', 'ใจดี'],
    ['ສົມພອນ', 'ພອນ'],
    ['សុខា', 'ខា'],
    ['अनिता शर्मा', 'शर्मा'],
  ])('%s, typed %s', (kept, typed) => expect(finds(kept, typed)).toBe(true))
})

describe('a name is not found', () => {
  test.each([
    ['Ana Lopez', 'anna'],
    ['Ana Lopez', 'opez'],
    ['Ana Lopez', 'ana berg'],
    ['李小龙', '王'],
    ['สมชาย', 'สมหญิง'],
  ])('%s, typed %s', (kept, typed) => expect(finds(kept, typed)).toBe(false))
  test('where nothing but signs is typed, everybody is found, as where nothing is typed', () => {
    expect(searchFor(' … ')).toEqual({ all: [], whole: '' })
    expect(finds('Ana', '')).toBe(true)
  })
})

describe('a mail address is found', () => {
  test.each([
    'ana.lopez@example.org',
    'Ana.Lopez@Example.org',
    'ana.lopez@ex',
    'lopez@example.org',
    'ana lopez',
    'example.org',
    '@example.org',
    'ana.lopez',
    '\u202aana.lopez@example.org\u202c',
    '<ana.lopez@example.org>',
  ])('typed %s', (typed) => expect(finds('ana.lopez@example.org', typed)).toBe(true))
  test('and another is not', () => expect(finds('ana.lopez@example.org', 'ana.lopez@example.com')).toBe(false))
})

describe('a telephone number is found', () => {
  test.each([
    ['(612) 555-0101', '6125550101'],
    ['612.555.0101', '612-555-0101'],
    ['6125550101', '555-0101'],
    ['6125550101', '0101'],
    ['612-555-0101', '+1 612 555 0101'],
    ['+1 612 555 0101', '(612) 555-0101'],
    ['1-612-555-0101', '612 555'],
    ['612-555-0101 ext. 204', '612-555-0101'],
    ['612-555-0101 x204', '0101'],
    ['+52 55 5555 0101', '5255 5555 0101'],
    ['٦١٢٥٥٥٠١٠١', '612-555-0101'],
  ])('%s, typed %s', (kept, typed) => expect(isFoundBy(searchablePhone(kept), searchFor(typed))).toBe(true))
  test('the extension is no part of it', () =>
    expect(isFoundBy(searchablePhone('612-555-0101 ext. 2047'), searchFor('2047'))).toBe(false))
  test('what is too short to be one leaves nothing', () => expect(searchablePhone('911')).toBe(''))
})

test('what is kept has a bound, whatever somebody calls themselves', () => {
  expect(searchable('a'.repeat(160)).length).toBeLessThanOrEqual(61)
  expect(searchable('龙'.repeat(160)).length).toBeLessThanOrEqual(40 * 61)
  expect(searchable('a '.repeat(80)).length).toBeLessThanOrEqual(40 * 61)
})
