#include "ui/text/Language.h"

#include "ui/jobs/JobCells.h"
#include "ui/text/Format.h"

#include <gtest/gtest.h>

#include <QCoreApplication>
#include <QDateTime>
#include <QKeySequence>
#include <QLocale>
#include <QTranslator>

using namespace atelier;
using namespace atelier::ui;

namespace {

class LanguageTest : public testing::Test
{
protected:
    ~LanguageTest() override
    {
        qDeleteAll(QCoreApplication::instance()->findChildren<QTranslator *>());
        QLocale::setDefault(QLocale::system());
    }

    [[nodiscard]] static std::string jobs(int count)
    {
        ExperimentSummary experiment;
        experiment.jobs = count;
        return groupCell(experiment, count, true).facts.toStdString();
    }
    [[nodiscard]] static std::string day()
    {
        const auto at
            = [](int month) { return QDateTime(QDate(2024, month, 5), QTime(12, 0)).toMSecsSinceEpoch(); };
        return ageText(at(3), at(6)).toStdString();
    }
};

} // namespace

TEST_F(LanguageTest, EnglishHasItsPlurals)
{
    useLanguage(QStringLiteral("en"));
    EXPECT_EQ(jobs(1), "1 job");
    EXPECT_EQ(jobs(3), "3 jobs");
    EXPECT_EQ(jobs(0), "0 jobs");
    EXPECT_EQ(day(), "5 Mar");
    EXPECT_EQ(bytesText(1'500'000'000), u"1.5 GB");
}

TEST_F(LanguageTest, GermanHasItsWordsPluralsNumbersAndDates)
{
    useLanguage(QStringLiteral("de"));
    EXPECT_EQ(jobs(1), "1 Job");
    EXPECT_EQ(jobs(3), "3 Jobs");
    EXPECT_EQ(day(), "5. März");
    EXPECT_EQ(bytesText(1'500'000'000), u"1,5 GB");
    EXPECT_EQ(ageText(0, 3 * 60'000), u"vor 3 min");
    EXPECT_EQ(percentText(0.5), u"50\u00a0%");
}

TEST_F(LanguageTest, GermanNamesTheKeysOfAGermanKeyboard)
{
    useLanguage(QStringLiteral("de"));
    EXPECT_EQ(QKeySequence(QStringLiteral("Ctrl+K")).toString(QKeySequence::NativeText), u"Strg+K");
}

TEST_F(LanguageTest, ThePseudoLanguageMarksAndLengthensEveryText)
{
    useLanguage(QStringLiteral("pseudo"));
    EXPECT_EQ(jobs(3), "⟦3 job(s) ~~~⟧");
}

TEST_F(LanguageTest, WhatIsNoLanguageIsNotTakenForOne)
{
    EXPECT_TRUE(isLanguage(QStringLiteral("de")));
    EXPECT_TRUE(isLanguage(QStringLiteral("system")));
    EXPECT_TRUE(isLanguage(QStringLiteral("pseudo")));
    EXPECT_FALSE(isLanguage(QStringLiteral("xx")));
    EXPECT_FALSE(isLanguage({}));
}
