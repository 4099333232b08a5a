#include "ui/theme/Draw.h"
#include "ui/theme/Tokens.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>

using namespace atelier::ui;

namespace {

// WCAG 2.1, "relative luminance" and "contrast ratio".
double linear(double channel)
{
    return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

double contrast(const QColor &one, const QColor &other)
{
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

constexpr double forSigns = 3.0;

constexpr std::array backgrounds{
    &Colors::chrome, &Colors::canvas, &Colors::surface, &Colors::raised, &Colors::sunken, &Colors::field};
constexpr std::array texts{&Colors::text, &Colors::text2, &Colors::text3, &Colors::accentText,
    &Colors::successText, &Colors::warningText, &Colors::dangerText, &Colors::infoText, &Colors::neutralText};

struct Tinted
{
    ColorRole text;
    ColorRole fill;
};
constexpr std::array<Tinted, 6> tinted{
    {{&Colors::accentText, &Colors::accentSubtle}, {&Colors::successText, &Colors::successFill},
        {&Colors::warningText, &Colors::warningFill}, {&Colors::dangerText, &Colors::dangerFill},
        {&Colors::infoText, &Colors::infoFill}, {&Colors::neutralText, &Colors::neutralFill}}};

class Contrast : public testing::TestWithParam<const char16_t *>
{
protected:
    const Colors c = readTokens(builtInTokens(), GetParam());
    const double forText = QStringView(GetParam()).startsWith(u"highContrast") ? 7 : 4.5;
};

} // namespace

TEST_P(Contrast, TextIsReadOnEveryBackground)
{
    for (const ColorRole background : backgrounds)
        for (const ColorRole text : texts)
            EXPECT_GE(contrast(c.*text, c.*background), forText)
                << (c.*text).name().toStdString() << " on " << (c.*background).name().toStdString();
}

TEST_P(Contrast, TheTextOfAPillIsReadOnItsTint)
{
    for (const ColorRole background : {&Colors::canvas, &Colors::surface, &Colors::raised})
        for (const auto &[text, fill] : tinted)
            EXPECT_GE(contrast(c.*text, over(c.*fill, c.*background)), forText)
                << (c.*text).name().toStdString() << " on " << (c.*background).name().toStdString();
}

TEST_P(Contrast, TextIsReadOnFilledButtons)
{
    for (const ColorRole fill :
        {&Colors::accent, &Colors::accentHover, &Colors::accentPressed, &Colors::dangerSolid})
        EXPECT_GE(contrast(c.onAccent, c.*fill), forText) << (c.*fill).name().toStdString();
}

TEST_P(Contrast, TextIsReadOnASelectedRow)
{
    for (const ColorRole layer : {&Colors::selected, &Colors::selectedHover})
        for (const ColorRole text : {&Colors::text, &Colors::text2, &Colors::accentText})
            EXPECT_GE(contrast(c.*text, over(c.*layer, c.surface)), forText)
                << (c.*text).name().toStdString();
}

TEST_P(Contrast, BordersThatMatterAreSeenOnEveryBackground)
{
    for (const ColorRole background : backgrounds)
        for (const ColorRole stroke : {&Colors::strokeStrong, &Colors::strokeFocus, &Colors::accentStroke})
            EXPECT_GE(contrast(c.*stroke, c.*background), forSigns) << (c.*stroke).name().toStdString();
}

TEST_P(Contrast, LinesOfChartsAreSeenOnCards)
{
    for (const QColor &line : c.chart)
        EXPECT_GE(contrast(line, c.surface), forSigns) << line.name().toStdString();
}

TEST_P(Contrast, CodeIsReadInItsWell)
{
    for (const ColorRole word : {&Colors::syntaxKeyword, &Colors::syntaxString, &Colors::syntaxNumber,
             &Colors::syntaxComment, &Colors::syntaxFunction, &Colors::syntaxType})
        EXPECT_GE(contrast(c.*word, c.field), forText) << (c.*word).name().toStdString();
}

INSTANTIATE_TEST_SUITE_P(Themes, Contrast,
    testing::Values(u"light", u"dark", u"highContrast", u"highContrastLight"),
    [](const auto &theme) { return QStringView(theme.param).toString().toStdString(); });

TEST(HighContrast, EveryBorderIsAsStrongAsOneThatMatters)
{
    for (const char16_t *theme : {u"highContrast", u"highContrastLight"}) {
        const Colors c = readTokens(builtInTokens(), theme);
        for (const ColorRole stroke : {&Colors::stroke, &Colors::strokeSubtle})
            EXPECT_GE(contrast(c.*stroke, c.surface), forSigns);
    }
}
