#!/usr/bin/python3
"""Composes the long example screenplay from phrases.txt, the same one each time: make-feature.py PHRASES OUT."""
import random
import sys


def read_phrases(path):
    sections, current = {}, None
    for line in open(path, encoding="utf-8"):
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        if line.startswith("[") and line.endswith("]"):
            current = sections.setdefault(line[1:-1], [])
        else:
            current.append(line)
    return sections


def main(phrases_path, out_path):
    phrases = read_phrases(phrases_path)
    dice = random.Random(20261122)
    roles = phrases["roles"]
    weights = [len(roles) - i for i in range(len(roles))]
    lines = [f"Title: {phrases['titre'][0]}", "Credit: Un scénario composé pour les essais de Plateau", "Draft date: 2026-11-22", ""]

    def two_roles():
        a = dice.choices(roles, weights)[0]
        b = dice.choices([r for r in roles if r != a], [w for r, w in zip(roles, weights) if r != a])[0]
        return a, b

    def fill(text, a, b, place):
        return text.replace("{A}", a).replace("{B}", b).replace("{DECOR}", place)

    number = 0
    for index in range(120):
        place = dice.choice(phrases["decors"])
        parts = [p.strip() for p in place.split(" / ")]
        heading, name = parts[0], parts[0].split(". ", 1)[-1]
        if len(parts) > 1 and dice.random() < 0.8:
            heading += " / " + dice.choice(parts[1:])
        effect = dice.choices(["JOUR", "NUIT", "AUBE", "SOIR", "CRÉPUSCULE"], [60, 25, 4, 8, 3])[0]
        number += 1
        label = f"{number - 1}A" if index in (40, 77) else str(number)
        if index in (40, 77):
            number -= 1
        a, b = two_roles()
        lines += [f"{heading} - {effect} #{label}#", "", "= " + fill(dice.choice(phrases["synopsis"]), a, b, name), ""]
        for _ in range(dice.randint(3, 8)):
            if dice.random() < 0.15:
                a, b = two_roles()
            lines += [fill(dice.choice(phrases["actions"]), a.title(), b.title(), name.lower()), ""]
            for speaker in (a, b) * dice.randint(0, 2):
                extension = " (voix off)" if dice.random() < 0.05 else ""
                lines += [speaker + extension, fill(dice.choice(phrases["repliques"]), a.title(), b.title(), name.lower()), ""]
    lines += ["> FONDU AU NOIR."]
    with open(out_path, "w", encoding="utf-8") as out:
        out.write("\n".join(lines) + "\n")


main(*sys.argv[1:3])
