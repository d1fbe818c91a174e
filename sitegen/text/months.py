"""The names of the months in the languages whose stamps are read."""

_NAMES = (
    "january jan januar jänner januari janvier janv enero gennaio janeiro",
    "february feb februar februari février févr febrero febbraio fevereiro",
    "march mar märz maart mars marzo março",
    "april apr avril avr abril aprile",
    "may mai mei mayo maggio maio",
    "june jun juni juin junio giugno junho",
    "july jul juli juillet juil julio luglio julho",
    "august aug augustus août agosto",
    "september sept sep septembre septiembre settembre setembro",
    "october oct oktober okt octobre octubre ottobre outubro",
    "november nov novembre noviembre novembro",
    "december dec dezember dez décembre déc diciembre dicembre dezembro",
)
MONTHS = {name: number for number, names in enumerate(_NAMES, start=1) for name in names.split()}
