#include "app/studio/Arguments.h"

#include <gtest/gtest.h>

using namespace atelier;
using namespace atelier::studio;

namespace {

Result<Arguments> read(const char *words)
{
    return readArguments(QString::fromLatin1(words).split(u' '));
}

} // namespace

TEST(Arguments, WhatIsNotGivenLeavesWhatIsKept)
{
    const auto arguments = read("studio --page settings");
    ASSERT_TRUE(arguments);
    EXPECT_FALSE(arguments->scheme);
    EXPECT_FALSE(arguments->textScale);
    EXPECT_TRUE(arguments->language.isEmpty());
}

TEST(Arguments, WhatIsGivenIsRead)
{
    const auto arguments = read("studio --theme high-contrast --text 1.3 --language de folder");
    ASSERT_TRUE(arguments);
    EXPECT_EQ(arguments->scheme, ui::Scheme::HighContrast);
    EXPECT_EQ(arguments->textScale, 1.3);
    EXPECT_EQ(arguments->language, u"de");
    EXPECT_EQ(arguments->workspace, u"folder");
    EXPECT_EQ(arguments->size, QSize(1440, 900));
    EXPECT_EQ(read("studio --size 1100x700")->size, QSize(1100, 700));
}

TEST(Arguments, WhatCannotBeMeantIsRefusedWithWhatCan)
{
    EXPECT_EQ(read("studio --language xx").error().code, "studio.language");
    EXPECT_EQ(read("studio --theme mauve").error().code, "studio.theme");
    EXPECT_EQ(read("studio --text 9").error().code, "studio.factor");
    for (const char *size : {"1100", "1100x", "0x700", "1100x700x3", "99999x700"})
        EXPECT_EQ(readArguments({QStringLiteral("studio"), QStringLiteral("--size"), QLatin1String(size)})
                      .error()
                      .code,
            "studio.size")
            << size;
}

TEST(Arguments, HelpNamesTheProgramAndWhatItCanBeGiven)
{
    EXPECT_TRUE(helpText().startsWith(u"Usage: atelier-studio [options] [workspace]"))
        << helpText().toStdString();
    EXPECT_TRUE(helpText().contains(u"--picture"));
}

TEST(Arguments, AFileIsThatOfAJob)
{
    const auto arguments = read("studio --job tables --file outputs/people.csv --filter age>40");
    ASSERT_TRUE(arguments);
    EXPECT_EQ(arguments->file, u"outputs/people.csv");
    EXPECT_EQ(arguments->filter, u"age>40");
    EXPECT_EQ(read("studio --file outputs/people.csv").error().code, "studio.file");
}
