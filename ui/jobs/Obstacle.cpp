#include "ui/jobs/Obstacle.h"

#include "ui/widgets/Button.h"
#include "ui/widgets/ErrorState.h"
#include "ui/widgets/Layouts.h"

#include <utility>

namespace atelier::ui {

Obstacle::Obstacle(QWidget *parent)
    : QWidget(parent)
{
    makeColumn(this, 0);
}

void Obstacle::say(const QString &title, const QString &sentence, const QList<Offer> &offers)
{
    QStringList said{title, sentence};
    for (const Offer &offer : offers)
        said << offer.name;
    if (std::exchange(m_said, said) == said)
        return;
    clearLayout(*layout());
    auto *state = new ErrorState(title, sentence, this);
    layout()->addWidget(state);
    ButtonKind kind = ButtonKind::Primary;
    for (const Offer &offer : offers) {
        auto *button = new Button(
            offer.text, std::exchange(kind, ButtonKind::Default), {}, ControlSize::Normal, state);
        button->setObjectName(offer.name);
        // Later: what is asked for may end this button.
        connect(button, &Button::clicked, this, offer.act, Qt::QueuedConnection);
        state->addAction(button);
    }
}

} // namespace atelier::ui
