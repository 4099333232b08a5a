#include "ui/settings/ShortcutsSection.h"

#include "ui/settings/SettingRow.h"
#include "ui/settings/SettingsCard.h"
#include "ui/widgets/KeyCap.h"
#include "ui/widgets/Layouts.h"
#include "ui/widgets/TextLabel.h"

namespace atelier::ui {

namespace {

QWidget *makeKeys(const QAction &action, QWidget *parent)
{
    auto *keys = new QWidget(parent);
    keys->setAccessibleName(action.shortcut().toString(QKeySequence::NativeText));
    auto *row = makeRow(keys, 4);
    for (const QString &key : keysOf(action.shortcut()))
        row->addWidget(new KeyCap(key, keys));
    return keys;
}

} // namespace

ShortcutsSection::ShortcutsSection(const Actions &actions, QWidget *parent)
    : SettingsSection(tr("Shortcuts"),
        tr("They work anywhere in the window, and so does the search for commands."), u"keyboard", parent)
{
    using Group = Actions::Group;
    for (const Group group : {Group::GoTo, Group::Start, Group::View, Group::Workspace, Group::Help})
        addGroup(group, actions);
}

void ShortcutsSection::addGroup(Actions::Group group, const Actions &actions)
{
    SettingsCard *card = nullptr;
    for (const Actions::Entry &entry : actions.all()) {
        if (entry.group != group)
            continue;
        if (card == nullptr)
            card = addCard(Actions::title(group));
        const QAction &action = *entry.action;
        QWidget *keys = action.shortcut().isEmpty()
            ? new TextLabel(tr("By the search for commands"), TextStyle::Caption, &Colors::text3, card)
            : makeKeys(action, card);
        auto *row = new SettingRow(action.text(), {}, keys, card);
        row->addWords(keys->accessibleName());
        card->add(row);
    }
}

} // namespace atelier::ui
