#include "ui/theme/Tokens.h"

#include <gtest/gtest.h>

#include <QJsonDocument>
#include <QJsonObject>

using namespace atelier::ui;

namespace {

QByteArray without(const QString &token)
{
    QJsonObject themes = QJsonDocument::fromJson(builtInTokens()).object();
    QJsonObject light = themes[QStringLiteral("light")].toObject();
    light.remove(token);
    themes[QStringLiteral("light")] = light;
    return QJsonDocument(themes).toJson();
}

} // namespace

TEST(Tokens, AlphaStandsAtTheEnd)
{
    const Colors c = readTokens(builtInTokens(), u"light");
    EXPECT_EQ(c.accent, QColor(0x2B, 0x63, 0xD9));
    EXPECT_EQ(c.hover, QColor(0x10, 0x18, 0x28, 0x0A));
}

TEST(Tokens, AThemeThatExtendsAnotherKeepsWhatItDoesNotChange)
{
    const Colors dark = readTokens(builtInTokens(), u"dark");
    const Colors high = readTokens(builtInTokens(), u"highContrast");
    EXPECT_EQ(high.canvas, dark.canvas);
    EXPECT_EQ(high.stroke, dark.strokeStrong);
}

TEST(TokensDeathTest, AMissingTokenIsNamed)
{
    EXPECT_DEATH((void)readTokens(without(QStringLiteral("accentStroke")), u"light"), "accentStroke");
    EXPECT_DEATH((void)readTokens(without(QStringLiteral("chart")), u"light"), "chart");
}
