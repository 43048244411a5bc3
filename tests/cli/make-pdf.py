#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""make-pdf.py FILE: write a PDF of two pages with what a reader should be warned of: a script, a form, a file in it, a program to start."""

import sys

OBJECTS = [
    "<< /Type /Catalog /Pages 2 0 R /OpenAction 5 0 R /AcroForm << /Fields [6 0 R] >> /Names << /EmbeddedFiles << /Names [(a.txt) 7 0 R] >> >> >>",
    "<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Annots [6 0 R 9 0 R] >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
    "<< /Type /Action /S /JavaScript /JS (app.alert\\(1\\)) >>",
    "<< /Type /Annot /Subtype /Widget /FT /Tx /T (name) /Rect [10 10 100 30] /P 3 0 R >>",
    "<< /Type /Filespec /F (a.txt) /EF << /F 8 0 R >> >>",
    "<< /Type /EmbeddedFile /Length 5 >>\nstream\nhello\nendstream",
    "<< /Type /Annot /Subtype /Link /Rect [10 50 100 70] /A << /S /Launch /F (calc.exe) >> >>",
]


def main(path):
    text, places = "%PDF-1.7\n", []
    for number, body in enumerate(OBJECTS, start=1):
        places.append(len(text))
        text += f"{number} 0 obj\n{body}\nendobj\n"
    start = len(text)
    text += f"xref\n0 {len(OBJECTS) + 1}\n0000000000 65535 f \n" + "".join(f"{place:010d} 00000 n \n" for place in places)
    text += f"trailer\n<< /Size {len(OBJECTS) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"
    with open(path, "w", encoding="ascii", newline="") as out:
        out.write(text)


if __name__ == "__main__":
    main(sys.argv[1])
