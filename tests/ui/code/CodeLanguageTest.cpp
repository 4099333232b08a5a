#include "ui/code/CodeLanguage.h"

#include <gtest/gtest.h>

using namespace atelier::ui;

TEST(CodeLanguage, IsToldByTheNameInAnyCase)
{
    EXPECT_EQ(languageOf(QStringLiteral("train.py"), {}), CodeLanguage::Python);
    EXPECT_EQ(languageOf(QStringLiteral("analysis.R"), {}), CodeLanguage::R);
    EXPECT_EQ(languageOf(QStringLiteral("a.tar.YAML"), {}), CodeLanguage::Yaml);
    EXPECT_EQ(languageOf(QStringLiteral("MLmodel"), {}), CodeLanguage::Yaml);
    EXPECT_EQ(languageOf(QStringLiteral("CMakeLists.txt"), {}), CodeLanguage::CMake);
    EXPECT_EQ(languageOf(QStringLiteral("notes.txt"), {}), CodeLanguage::Plain);
}

TEST(CodeLanguage, IsToldByTheFirstLineWhereTheNameSaysNothing)
{
    EXPECT_EQ(languageOf(QStringLiteral("run"), u"#!/usr/bin/env python3\nx"), CodeLanguage::Python);
    EXPECT_EQ(languageOf(QStringLiteral("run"), u"#!/bin/bash -e\n"), CodeLanguage::Shell);
    EXPECT_EQ(languageOf(QStringLiteral("run"), u"#!/usr/bin/Rscript"), CodeLanguage::R);
    EXPECT_EQ(languageOf(QStringLiteral("run"), u"text\n#!/bin/bash"), CodeLanguage::Plain);
    EXPECT_EQ(languageOf(QStringLiteral("run.py"), u"#!/bin/bash"), CodeLanguage::Python);
}
