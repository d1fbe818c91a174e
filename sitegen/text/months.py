"""The names of the months in all languages that we know them of, for stamps are in any."""

from sitegen.text.languages import list_languages, read_language

MONTHS = {
    spelling: number
    for code in list_languages()
    for name, number in read_language(code).months.items()
    # The capital of the Turkish ı is folded as that of all others: "5 KASIM 2024".
    for spelling in (name, name.replace("ı", "i"))
}
