#include "ui/settings/AboutSection.h"

#include "ui/settings/SettingRow.h"
#include "ui/settings/SettingsCard.h"
#include "ui/widgets/TextLabel.h"

namespace atelier::ui {

namespace {

using Qt::Literals::StringLiterals::operator""_s;

void addRow(SettingsCard &card, const QString &name, const QString &purpose, const QString &fact)
{
    auto *words = new TextLabel(fact, TextStyle::Body, &Colors::text2, &card);
    words->setAccessibleName(fact);
    auto *row = new SettingRow(name, purpose, words, &card);
    row->addWords(fact);
    card.add(row);
}

} // namespace

AboutSection::AboutSection(QWidget *parent)
    : SettingsSection(tr("About"), tr("A studio for machine learning on your own machines."), u"info", parent)
{
    SettingsCard &own = *addCard(tr("Atelier"));
    addRow(own, tr("Version"), {}, u"" ATELIER_VERSION ""_s);
    addRow(own, tr("Licence"), tr("Free software: use it, change it and pass it on under the same terms"),
        u"GPL-3.0-or-later"_s);
    // Names and licences are the same in every language.
    SettingsCard &parts = *addCard(tr("Built with"));
    addRow(parts, u"Qt %1"_s.arg(QLatin1StringView(qVersion())), tr("The window"), u"LGPL-3.0"_s);
    addRow(parts, u"SQLite"_s, tr("The workspace's database"), tr("Public domain"));
    addRow(parts, u"Boost.Beast"_s, tr("The service and its clients"), u"BSL-1.0"_s);
    addRow(parts, u"DuckDB"_s, tr("Tables as Parquet files"), u"MIT"_s);
    addRow(parts, u"libyaml"_s, tr("Job documents"), u"MIT"_s);
    addRow(parts, u"nlohmann JSON"_s, tr("JSON"), u"MIT"_s);
    addRow(parts, u"libsodium"_s, tr("Digests and tokens"), u"ISC"_s);
    addRow(parts, u"Fluent icons"_s, tr("Icons"), u"MIT"_s);
    addRow(parts, u"Inter"_s, tr("The font for texts"), u"OFL-1.1"_s);
    addRow(parts, u"JetBrains Mono"_s, tr("The font for code"), u"OFL-1.1"_s);
}

} // namespace atelier::ui
