"""The names of the months in all languages that we know them of, for stamps are in any."""

from sitegen.text.languages import list_languages, read_language

MONTHS = {
    name: number for code in list_languages() for name, number in read_language(code).months.items()
}
